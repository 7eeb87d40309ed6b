package io.safelight.purchase;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.safelight.messaging.test.ServiceArchitecture;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules of this service's inside.
 */
@AnalyzeClasses(packages = "io.safelight.purchase", importOptions = ImportOption.DoNotIncludeTests.class)
class PurchaseArchitectureTests {

	@ArchTest
	static final ArchTests everyService = ArchTests.in(ServiceArchitecture.class);

	@ArchTest
	static final ArchRule onlyCopiesKnowTheCipher = ServiceArchitecture.onlyIn("io.safelight.purchase.copy..")
		.isKnown("com.amazonaws.encryptionsdk..", "software.amazon.cryptography..",
				"software.amazon.awssdk.services.kms..")
		.because("what is encrypted how is decided in one place");

	@ArchTest
	static void hasMoreTypesOfItsOwnThanItShows(JavaClasses service) {
		long shown = service.stream().filter((type) -> type.getModifiers().contains(JavaModifier.PUBLIC)).count();
		assertThat(shown).isLessThan(service.size() / 2);
	}

}
