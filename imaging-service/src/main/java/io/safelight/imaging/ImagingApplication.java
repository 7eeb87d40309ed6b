package io.safelight.imaging;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * The imaging service.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ImagingApplication {

	public static void main(String[] args) {
		// A photograph is decoded without a screen, and without asking for one.
		System.setProperty("java.awt.headless", "true");
		SpringApplication.run(ImagingApplication.class, args);
	}

}
