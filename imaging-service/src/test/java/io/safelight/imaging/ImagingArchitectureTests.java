package io.safelight.imaging;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.safelight.imaging.render.Offender;
import io.safelight.messaging.test.ServiceArchitecture;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

@AnalyzeClasses(packages = "io.safelight.imaging", importOptions = ImportOption.DoNotIncludeTests.class)
class ImagingArchitectureTests {

	@ArchTest
	static final ArchTests everyService = ArchTests.in(ServiceArchitecture.class);

	@ArchTest
	static final ArchRule pixelsKnowNoFramework = ServiceArchitecture.withoutFrameworks("..imaging.render..",
			"..imaging.analysis..", "..imaging.darkroom..");

	@ArchTest
	static final ArchRule pixelsKnowNoMessage = noClasses().that()
		.resideInAnyPackage("..imaging.render..", "..imaging.analysis..", "..imaging.darkroom..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.safelight.messaging..", "io.safelight.imaging.rendition..",
				"io.safelight.imaging.media..")
		.because("pixel work must be usable and testable without a bucket or a message");

	@ArchTest
	static final ArchRule nothingNeedsAFont = noClasses().should()
		.dependOnClassesThat()
		.haveFullyQualifiedName("java.awt.Font")
		.orShould()
		.callMethod(java.awt.Graphics2D.class, "drawString", String.class, int.class, int.class)
		.because("a slim machine has no fonts, and the JDK fails on the first use of one");

	@ArchTest
	static final ArchRule httpIsAtTheEdge = ServiceArchitecture.onlyIn("..imaging.media..")
		.isKnown("org.springframework.web..", "org.springframework.http..")
		.because("what is made does not depend on how it is shown");

	@Test
	void noticesWhoBreaksARuleOfItsOwn() {
		JavaClasses offenders = new ClassFileImporter().importClasses(Offender.class);
		assertThat(pixelsKnowNoMessage.evaluate(offenders).hasViolation()).isTrue();
		assertThat(nothingNeedsAFont.evaluate(offenders).hasViolation()).isTrue();
	}

}
