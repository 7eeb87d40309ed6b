package io.safelight.publication;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.safelight.messaging.test.LocalCloudTest;
import io.safelight.messaging.test.ShiftedClock;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * The whole service on a cloud of its own, with a clock that tests move, and the services
 * around it. A message that a dead process holds comes back soon.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@LocalCloudTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "safelight.publication.pause=1s", "safelight.publication.sweep-interval=500ms",
				"safelight.messaging.queue.visibility=10s", "safelight.messaging.outbox.sweep-interval=500ms" })
@Import({ ShiftedClock.class, Participants.class })
@interface PublicationServiceTest {

}
