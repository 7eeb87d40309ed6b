package io.safelight.upload;

import java.time.Clock;
import java.time.Instant;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

class UploadArchitectureTests {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("io.safelight.upload");

	private static final ArchRule DECISIONS_KNOW_NO_FRAMEWORK = noClasses().that()
		.resideInAnyPackage("..upload.session..", "..upload.inspection..", "..upload.message..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "software.amazon..", "io.safelight.service..")
		.because("what may come in must be decidable without a server, a bucket or a container");

	private static final ArchRule S3_IS_IN_ONE_PLACE = noClasses().that()
		.resideOutsideOfPackages("..upload.storage..", "io.safelight.upload")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("software.amazon.awssdk.services.s3..")
		.because("only the quarantine knows how S3 talks");

	private static final ArchRule HTTP_IS_AT_THE_EDGE = noClasses().that()
		.resideOutsideOfPackage("..upload.web..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.web..", "org.springframework.http..", "jakarta.servlet..")
		.because("the sweeper and the queue do the same work as a request");

	private static final ArchRule NO_DECODER = noClasses().that()
		.resideInAPackage("io.safelight.upload..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("javax.imageio..", "java.awt..")
		.because("a decoder that meets hostile bytes belongs in a worker that may die");

	private static final ArchRule TIME_IS_GIVEN = noClasses().that()
		.resideInAPackage("io.safelight.upload..")
		.should()
		.callMethod(Instant.class, "now")
		.orShould()
		.callMethod(Clock.class, "systemUTC")
		.because("time is a collaborator");

	private static final ArchRule NO_TANGLES = slices().matching("io.safelight.upload.(*)..")
		.should()
		.beFreeOfCycles()
		.because("features that need each other are one feature");

	@Test
	void decidesWithoutAFramework() {
		DECISIONS_KNOW_NO_FRAMEWORK.check(CLASSES);
	}

	@Test
	void talksToS3InOnePlace() {
		S3_IS_IN_ONE_PLACE.check(CLASSES);
	}

	@Test
	void keepsHttpAtTheEdge() {
		HTTP_IS_AT_THE_EDGE.check(CLASSES);
	}

	@Test
	void decodesNothing() {
		NO_DECODER.check(CLASSES);
	}

	@Test
	void readsNoHiddenClock() {
		TIME_IS_GIVEN.check(CLASSES);
	}

	@Test
	void keepsFeaturesFreeOfTangles() {
		NO_TANGLES.check(CLASSES);
	}

	@Test
	void hasRulesThatCanFail() {
		JavaClasses offenders = new ClassFileImporter().importClasses(io.safelight.upload.session.Offender.class,
				io.safelight.upload.inspection.Offender.class);
		assertThat(DECISIONS_KNOW_NO_FRAMEWORK.evaluate(offenders).hasViolation()).isTrue();
		assertThat(S3_IS_IN_ONE_PLACE.evaluate(offenders).hasViolation()).isTrue();
		assertThat(HTTP_IS_AT_THE_EDGE.evaluate(offenders).hasViolation()).isTrue();
		assertThat(NO_DECODER.evaluate(offenders).hasViolation()).isTrue();
		assertThat(TIME_IS_GIVEN.evaluate(offenders).hasViolation()).isTrue();
		assertThat(NO_TANGLES.evaluate(offenders).hasViolation()).isTrue();
	}

}
