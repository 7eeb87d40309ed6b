package io.safelight.offender;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A controller that everybody may lean on and call, with an injected field.
 */
@RestController
public class OpenDoor {

	@Autowired
	private PictureManager pictures = new PictureManager();

	@GetMapping("/")
	public String open() {
		return this.pictures.toString();
	}

}
