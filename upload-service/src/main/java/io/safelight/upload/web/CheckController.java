package io.safelight.upload.web;

import java.util.List;
import java.util.Map;

import io.safelight.service.Caller;
import io.safelight.upload.session.CheckAssets;
import io.safelight.upload.session.ContributorId;
import io.safelight.upload.session.Sha256;
import io.safelight.upload.session.UploadId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells a photographer's program which files it need not send.
 */
@RestController
@Tag(name = "Uploads")
class CheckController {

	private final CheckAssets check;

	CheckController(CheckAssets check) {
		this.check = check;
	}

	@PostMapping("/v1/uploads/check")
	@RolesAllowed("photographer")
	@Operation(summary = "Which of these files do I have here already?")
	CheckResponse check(Caller caller, @RequestBody @Valid CheckRequest request) {
		List<Sha256> wanted = request.assets().stream().map((asset) -> new Sha256(asset.checksum())).toList();
		Map<Sha256, UploadId> existing = this.check.existing(new ContributorId(caller.userId()), wanted);
		return new CheckResponse(request.assets()
			.stream()
			.map((asset) -> CheckResponse.Result.of(asset.id(), existing.get(new Sha256(asset.checksum()))))
			.toList());
	}

}
