package io.safelight.service.operations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody decides as they do.
 *
 * @param reason for those who read it later
 * @param ticket where it is written about, if anywhere
 */
record DecisionRequest(@NotBlank @Size(max = 500) String reason, @Size(max = 100) @Nullable String ticket) {
}
