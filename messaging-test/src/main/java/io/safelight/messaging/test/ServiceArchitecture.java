package io.safelight.messaging.test;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The rules that the inside of every service keeps, to be applied with
 * {@code ArchTests.in(ServiceArchitecture.class)}, and kinds of rules that a service
 * makes its own with. Spring is named, not used: who has no web has no need of it here.
 */
public final class ServiceArchitecture {

	@ArchTest
	static final ArchRule timeIsGiven = noClasses().should()
		.callMethod(Instant.class, "now")
		.orShould()
		.callMethod(LocalDateTime.class, "now")
		.orShould()
		.callMethod(ZonedDateTime.class, "now")
		.orShould()
		.callMethod(System.class, "currentTimeMillis")
		.because("time is a collaborator: a hidden clock cannot be set by a test");

	@ArchTest
	static final ArchRule clocksAreChosenWhereThingsAreWired = noClasses().that()
		.areNotMetaAnnotatedWith("org.springframework.context.annotation.Configuration")
		.should()
		.callMethod(Clock.class, "systemUTC")
		.because("a class that takes the clock that it wants can be given no other");

	@ArchTest
	static final ArchRule nothingSleeps = noClasses().should()
		.callMethod(Thread.class, "sleep", long.class)
		.because("waiting is the business of queues and of rows with deadlines");

	@ArchTest
	static final ArchRule fieldsAreNotInjected = noFields().should()
		.beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
		.orShould()
		.beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
		.because("what a class needs is in its constructor");

	@ArchTest
	static final ArchRule namesSayWhatThingsAre = noClasses().should()
		.haveNameMatching(".*(Utils?|Manager|Impl|Base|Helper)")
		.because("such a name says nothing of what is behind it");

	@ArchTest
	static final ArchRule endpointsSayWhoMayCallThem = methods().that()
		.areMetaAnnotatedWith("org.springframework.web.bind.annotation.RequestMapping")
		.should()
		.beAnnotatedWith("jakarta.annotation.security.RolesAllowed")
		.orShould()
		.beAnnotatedWith("jakarta.annotation.security.PermitAll")
		.because("a forgotten annotation must not become an open door")
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule controllersAreHidden = classes().that()
		.areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
		.should()
		.bePackagePrivate()
		.because("HTTP is an edge: nothing inside may lean on it")
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule packagesAreFreeOfCycles = slices().matching("io.safelight.*.(*)..")
		.should()
		.beFreeOfCycles()
		.because("features that need each other are one feature");

	@ArchTest
	static final ArchRule servicesShareNoClass = classes().should(new StayAmongTheirOwn())
		.because("services share messages, never classes");

	private ServiceArchitecture() {
	}

	/**
	 * Packages with what a service decides, which a server, a bucket or a container must
	 * not be needed for.
	 * @param packages as ArchUnit writes them, such as {@code ..upload.session..}; one
	 * that does not exist is an error only if none does
	 * @return the rule
	 */
	public static ArchRule withoutFrameworks(String... packages) {
		return noClasses().that()
			.resideInAnyPackage(packages)
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "software.amazon..", "io.safelight.service..")
			.because("what is decided must be readable and testable without a framework or a cloud");
	}

	/**
	 * Packages that alone may know a library. The rule fails too when they do not, as
	 * then nothing would ever break it.
	 * @param homes the packages that may
	 * @return what to name the library with
	 */
	public static Homes onlyIn(String... homes) {
		return new Homes(homes);
	}

	/**
	 * Packages that alone may know something.
	 */
	public static final class Homes {

		private final String[] packages;

		private Homes(String... packages) {
			this.packages = packages.clone();
		}

		/**
		 * Names the library.
		 * @param libraries its packages
		 * @return the rule, to be given a reason
		 */
		public ArchRule isKnown(String... libraries) {
			return classes().should(new KnowALibraryOnlyAtHome(this.packages, libraries));
		}

	}

}
