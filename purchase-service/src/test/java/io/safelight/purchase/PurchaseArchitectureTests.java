package io.safelight.purchase;

import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules of this service's inside. Each is shown classes that break it, so that no
 * rule passes because it can never fail.
 */
class PurchaseArchitectureTests {

	private static final JavaClasses SERVICE = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("io.safelight.purchase");

	private static final JavaClasses VIOLATIONS = new ClassFileImporter()
		.importPackages("io.safelight.purchase.violation");

	static List<ArchRule> rules() {
		return List.of(timeIsInjected(), nothingSleeps(), fieldsAreNotInjected(), namesSayWhatThingsAre(),
				endpointsSayWhoMayCallThem(), controllersAreHidden(), onlyCopiesKnowTheCipher());
	}

	@ParameterizedTest
	@MethodSource("rules")
	void holds(ArchRule rule) {
		rule.check(SERVICE);
	}

	@ParameterizedTest
	@MethodSource("rules")
	void canFail(ArchRule rule) {
		assertThat(rule.allowEmptyShould(true).evaluate(VIOLATIONS).hasViolation()).isTrue();
	}

	@Test
	void hasNoCyclesBetweenItsPackages() {
		slices().matching("io.safelight.purchase.(*)..").should().beFreeOfCycles().check(SERVICE);
		assertThat(slices().matching("io.safelight.purchase.violation.(*)..")
			.should()
			.beFreeOfCycles()
			.evaluate(VIOLATIONS)
			.hasViolation()).isTrue();
	}

	@Test
	void hasMoreTypesOfItsOwnThanItShows() {
		long shown = SERVICE.stream().filter((type) -> type.getModifiers().toString().contains("PUBLIC")).count();
		assertThat(shown).isLessThan(SERVICE.size() / 2);
	}

	private static ArchRule timeIsInjected() {
		return noClasses().should()
			.callMethod(Instant.class, "now")
			.orShould()
			.callMethod(LocalDateTime.class, "now")
			.orShould()
			.callMethod(ZonedDateTime.class, "now")
			.orShould()
			.callMethod(System.class, "currentTimeMillis")
			.orShould()
			.callMethod(Clock.class, "systemUTC")
			.because("time is a collaborator: deadlines must be testable");
	}

	private static ArchRule nothingSleeps() {
		return noClasses().should()
			.callMethod(Thread.class, "sleep", long.class)
			.because("waiting is the business of queues and of rows with deadlines");
	}

	private static ArchRule fieldsAreNotInjected() {
		return noFields().should(beAnnotatedWith(Autowired.class)).because("what a class needs is in its constructor");
	}

	private static ArchRule namesSayWhatThingsAre() {
		return noClasses().should()
			.haveSimpleNameEndingWith("Impl")
			.orShould()
			.haveSimpleNameEndingWith("Manager")
			.orShould()
			.haveSimpleNameEndingWith("Util")
			.orShould()
			.haveSimpleNameEndingWith("Helper")
			.because("such names say nothing");
	}

	private static ArchRule endpointsSayWhoMayCallThem() {
		return methods().that(areEndpoints())
			.should()
			.beAnnotatedWith(RolesAllowed.class)
			.orShould()
			.beAnnotatedWith(PermitAll.class)
			.because("a forgotten annotation must not become an open door");
	}

	private static DescribedPredicate<JavaMethod> areEndpoints() {
		List<Class<? extends Annotation>> mappings = List.of(GetMapping.class, PostMapping.class);
		return DescribedPredicate.describe("are endpoints",
				(method) -> mappings.stream().anyMatch(method::isAnnotatedWith));
	}

	private static ArchRule controllersAreHidden() {
		return classes().that()
			.areAnnotatedWith(RestController.class)
			.should()
			.bePackagePrivate()
			.because("HTTP is an edge: nothing inside may lean on it");
	}

	private static ArchRule onlyCopiesKnowTheCipher() {
		return noClasses().that()
			.resideOutsideOfPackage("io.safelight.purchase.copy..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("com.amazonaws.encryptionsdk..", "software.amazon.cryptography..",
					"software.amazon.awssdk.services.kms..")
			.because("what is encrypted how is decided in one place");
	}

}
