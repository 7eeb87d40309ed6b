package io.safelight.messaging.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test class with an AWS account and an OpenID provider of its own. One local
 * cloud serves all such classes of a JVM: tests use names of their own.
 * <p>
 * The AWS SDK's clients and Spring find the account through system properties. A test or
 * its constructor may ask for the {@link LocalCloud} as a parameter.
 *
 * @see LocalCloudExtension
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(LocalCloudExtension.class)
public @interface LocalCloudTest {

}
