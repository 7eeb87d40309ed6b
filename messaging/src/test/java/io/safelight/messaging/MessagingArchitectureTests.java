package io.safelight.messaging;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.safelight.messaging.offender.ForgetfulClock;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

class MessagingArchitectureTests {

	private static final JavaClasses MODULE = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("io.safelight.messaging");

	private static final ArchRule HIDDEN_CLOCKS = noClasses().should()
		.callMethod(java.time.Instant.class, "now")
		.orShould()
		.callMethod(System.class, "currentTimeMillis")
		.because("time is a collaborator: tests and simulations move it");

	@Test
	void hasNoTangles() {
		slices().matching("io.safelight.messaging.(*)..")
			.should()
			.beFreeOfCycles()
			.because("each part can be understood without the next")
			.check(MODULE);
	}

	@Test
	void decidesWithoutSpring() {
		noClasses().that()
			.resideInAnyPackage("io.safelight.messaging", "io.safelight.messaging.store..",
					"io.safelight.messaging.envelope..", "io.safelight.messaging.inbox..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework..")
			.because("what keeps the promises must run in a simulation, in one thread, without a container")
			.check(MODULE);
	}

	@Test
	void knowsDynamoDbInOnePlace() {
		noClasses().that()
			.resideOutsideOfPackages("io.safelight.messaging.store..", "io.safelight.messaging.topology..",
					"io.safelight.messaging.autoconfigure..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("software.amazon.awssdk..dynamodb..")
			.because("the store is a port")
			.check(MODULE);
	}

	@Test
	void letsNothingDependOnItsWiring() {
		noClasses().that()
			.resideOutsideOfPackage("io.safelight.messaging.autoconfigure..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("io.safelight.messaging.autoconfigure..")
			.because("the wiring comes last")
			.check(MODULE);
	}

	@Test
	void asksItsClockForTheTime() {
		HIDDEN_CLOCKS.check(MODULE);
	}

	@Test
	void wouldNoticeAHiddenClock() {
		assertThat(HIDDEN_CLOCKS.evaluate(new ClassFileImporter().importClasses(ForgetfulClock.class)).hasViolation())
			.isTrue();
	}

}
