package io.safelight.imaging;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

class ImagingArchitectureTests {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("io.safelight.imaging");

	private static final ArchRule PIXELS_ARE_PURE = noClasses().that()
		.resideInAnyPackage("..imaging.render..", "..imaging.analysis..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "software.amazon..", "io.safelight.messaging..",
				"io.safelight.imaging.rendition..", "io.safelight.imaging.media..")
		.because("pixel work must be usable and testable without a framework, a bucket or a message");

	private static final ArchRule NO_FONTS = noClasses().that()
		.resideInAPackage("io.safelight.imaging..")
		.should()
		.dependOnClassesThat()
		.haveFullyQualifiedName("java.awt.Font")
		.orShould()
		.callMethod(java.awt.Graphics2D.class, "drawString", String.class, int.class, int.class)
		.because("a slim machine has no fonts, and the JDK fails on the first use of one");

	private static final ArchRule HTTP_IS_AT_THE_EDGE = noClasses().that()
		.resideOutsideOfPackage("..imaging.media..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.web..", "org.springframework.http..")
		.because("what is made does not depend on how it is shown");

	private static final ArchRule NO_TANGLES = slices().matching("io.safelight.imaging.(*)..")
		.should()
		.beFreeOfCycles()
		.because("features that need each other are one feature");

	@Test
	void keepsPixelWorkPure() {
		PIXELS_ARE_PURE.check(CLASSES);
	}

	@Test
	void drawsWithoutFonts() {
		NO_FONTS.check(CLASSES);
	}

	@Test
	void keepsHttpAtTheEdge() {
		HTTP_IS_AT_THE_EDGE.check(CLASSES);
	}

	@Test
	void keepsFeaturesFreeOfTangles() {
		NO_TANGLES.check(CLASSES);
	}

	@Test
	void hasRulesThatCanFail() {
		JavaClasses offenders = new ClassFileImporter().importClasses(io.safelight.imaging.render.Offender.class,
				io.safelight.imaging.analysis.Offender.class);
		assertThat(PIXELS_ARE_PURE.evaluate(offenders).hasViolation()).isTrue();
		assertThat(NO_FONTS.evaluate(offenders).hasViolation()).isTrue();
		assertThat(HTTP_IS_AT_THE_EDGE.evaluate(offenders).hasViolation()).isTrue();
		assertThat(NO_TANGLES.evaluate(offenders).hasViolation()).isTrue();
	}

}
