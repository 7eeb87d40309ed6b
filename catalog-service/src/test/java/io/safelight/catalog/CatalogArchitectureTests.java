package io.safelight.catalog;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.safelight.catalog.photo.ARuleThatKnowsTheWeb;
import io.safelight.messaging.test.ServiceArchitecture;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

@AnalyzeClasses(packages = "io.safelight.catalog", importOptions = ImportOption.DoNotIncludeTests.class)
class CatalogArchitectureTests {

	@ArchTest
	static final ArchTests everyService = ArchTests.in(ServiceArchitecture.class);

	@ArchTest
	static final ArchRule theWebStaysAtTheEdge = noClasses().that()
		.resideInAnyPackage("..photo", "..pack", "..page", "..popularity", "..message")
		.and()
		.haveSimpleNameNotEndingWith("Controller")
		.and()
		.haveSimpleNameNotEndingWith("Problems")
		.and()
		.haveSimpleNameNotEndingWith("Configuration")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "io.safelight.service..")
		.because("rules about photos and packs must be testable without a web server");

	@Test
	void noticesTheWebBesideTheEdge() {
		JavaClasses bad = new ClassFileImporter().importClasses(ARuleThatKnowsTheWeb.class);
		assertThat(theWebStaysAtTheEdge.evaluate(bad).hasViolation()).isTrue();
	}

}
