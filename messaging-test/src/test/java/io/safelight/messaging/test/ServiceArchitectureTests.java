package io.safelight.messaging.test;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.safelight.catalog.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No rule passes because it could never fail: each is shown classes that break it.
 */
class ServiceArchitectureTests {

	private static final JavaClasses OFFENDERS = new ClassFileImporter().importPackages("io.safelight.offender");

	private static final JavaClasses HARMLESS = new ClassFileImporter().importClasses(Picture.class);

	static List<ArchRule> rules() {
		return Arrays.stream(ServiceArchitecture.class.getDeclaredFields())
			.filter((field) -> field.isAnnotationPresent(ArchTest.class))
			.map(ServiceArchitectureTests::rule)
			.toList();
	}

	private static ArchRule rule(Field field) {
		try {
			return (ArchRule) field.get(null);
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean breaks(JavaClasses classes, ArchRule rule) {
		return rule.allowEmptyShould(true).evaluate(classes).hasViolation();
	}

	@Test
	void hasRules() {
		assertThat(rules()).hasSize(9);
	}

	@ParameterizedTest
	@MethodSource("rules")
	void noticesWhoBreaksIt(ArchRule rule) {
		assertThat(breaks(OFFENDERS, rule)).isTrue();
	}

	@ParameterizedTest
	@MethodSource("rules")
	void leavesAloneWhoKeepsIt(ArchRule rule) {
		assertThat(breaks(HARMLESS, rule)).isFalse();
	}

	@ParameterizedTest
	@MethodSource("rules")
	void saysWhy(ArchRule rule) {
		assertThat(rule.getDescription()).contains(", because ");
	}

	@Test
	void noticesAFrameworkWhereThereMustBeNone() {
		assertThat(breaks(OFFENDERS, ServiceArchitecture.withoutFrameworks("io.safelight.offender.."))).isTrue();
		assertThat(breaks(OFFENDERS, ServiceArchitecture.withoutFrameworks("..one..", "..two.."))).isFalse();
	}

	@Test
	void noticesALibraryAwayFromHome() {
		String library = "org.springframework.web..";
		assertThat(breaks(OFFENDERS, ServiceArchitecture.onlyIn("..one..").isKnown(library))).isTrue();
		assertThat(breaks(OFFENDERS, ServiceArchitecture.onlyIn("io.safelight.offender").isKnown(library))).isFalse();
	}

	@Test
	void noticesALibraryThatNobodyKnows() {
		ArchRule misspelt = ServiceArchitecture.onlyIn("io.safelight.offender").isKnown("org.sprinkframework..");
		assertThat(misspelt.evaluate(OFFENDERS).getFailureReport().toString()).contains("could never be broken");
	}

}
