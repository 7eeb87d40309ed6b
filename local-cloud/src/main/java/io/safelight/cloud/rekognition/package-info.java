/**
 * Amazon Rekognition: what can be measured in a picture is measured; what would need a
 * trained model is reported as not evaluated.
 */
@NullMarked
package io.safelight.cloud.rekognition;

import org.jspecify.annotations.NullMarked;
