package io.safelight.publication;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.safelight.messaging.test.ServiceArchitecture;
import io.safelight.publication.archive.OriginalArchive;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

@AnalyzeClasses(packages = PublicationArchitectureTests.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class PublicationArchitectureTests {

	static final String ROOT = "io.safelight.publication";

	@ArchTest
	static final ArchTests everyService = ArchTests.in(ServiceArchitecture.class);

	@ArchTest
	static final ArchRule theSagaIsPure = pure("saga");

	@ArchTest
	static final ArchRule theModerationIsPure = pure("moderation");

	@ArchTest
	static final ArchRule theWebIsAtTheEdge = noClasses().that()
		.resideOutsideOfPackage(ROOT + ".web")
		.should()
		.dependOnClassesThat()
		.resideInAPackage(ROOT + ".web")
		.because("the saga runs without anybody who watches");

	private static ArchRule pure(String feature) {
		return classes().that()
			.resideInAPackage(ROOT + "." + feature)
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "org.jspecify..", ROOT + ".saga", ROOT + "." + feature)
			.because("what decides must be readable and testable without Spring, AWS or a store");
	}

	@Test
	void noticesWhatIsNotPure() {
		JavaClasses archive = new ClassFileImporter().importClasses(OriginalArchive.class);
		assertThat(pure("archive").evaluate(archive).getFailureReport().toString()).contains("software.amazon.awssdk");
	}

}
