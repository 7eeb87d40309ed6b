package io.safelight.publication;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PublicationArchitectureTests {

	private static final String ROOT = "io.safelight.publication";

	private static final JavaClasses OURS = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(ROOT);

	private static ArchRule pure(String feature) {
		return classes().that()
			.resideInAPackage(ROOT + "." + feature)
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "org.jspecify..", ROOT + ".saga", ROOT + "." + feature)
			.because("what decides must be readable and testable without Spring, AWS or a store");
	}

	private static ArchRule clockless() {
		return noClasses().should()
			.callMethod(java.time.Instant.class, "now")
			.orShould()
			.callMethod(System.class, "currentTimeMillis")
			.orShould()
			.callMethod(Thread.class, "sleep", long.class)
			.because("time is given by a Clock");
	}

	@Test
	void keepsTheSagaPure() {
		pure("saga").check(OURS);
	}

	@Test
	void keepsTheModerationPure() {
		pure("moderation").check(OURS);
	}

	@Test
	void noticesWhatIsNotPure() {
		assertThatThrownBy(() -> pure("archive").check(OURS)).isInstanceOf(AssertionError.class)
			.hasMessageContaining("software.amazon.awssdk");
	}

	@Test
	void hasNoHiddenClocks() {
		clockless().check(OURS);
	}

	@Test
	void noticesAHiddenClock() {
		assertThatThrownBy(() -> clockless().check(new ClassFileImporter().importClasses(Late.class)))
			.isInstanceOf(AssertionError.class);
	}

	@Test
	void hasNoCyclesBetweenFeatures() {
		slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(OURS);
	}

	@Test
	void keepsTheWebAtTheEdge() {
		noClasses().that()
			.resideOutsideOfPackage(ROOT + ".web")
			.should()
			.dependOnClassesThat()
			.resideInAPackage(ROOT + ".web")
			.check(OURS);
	}

	static final class Late {

		java.time.Instant now() {
			return java.time.Instant.now();
		}

	}

}
