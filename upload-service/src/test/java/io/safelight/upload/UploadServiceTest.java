package io.safelight.upload;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.safelight.messaging.test.LocalCloudTest;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * The whole service on a cloud of its own, with the smallest parts that S3 takes, and a
 * sweeper that sweeps when it is told to.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@LocalCloudTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "safelight.upload.part-size=5MB", "safelight.upload.max-size=20MB",
				"safelight.upload.sweep-interval=1h", "safelight.upload.open-uploads=1000" })
@Import(UploadNeighbours.class)
@interface UploadServiceTest {

}
