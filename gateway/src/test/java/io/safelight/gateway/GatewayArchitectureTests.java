package io.safelight.gateway;

import java.time.Instant;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import org.springframework.web.bind.annotation.RestController;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The shape of the gateway. A rule about a package that does not exist fails.
 */
@AnalyzeClasses(packages = "io.safelight.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class GatewayArchitectureTests {

	@ArchTest
	static final ArchRule packagesAreFreeOfTangles = slices().matching("io.safelight.gateway.(*)..")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule theGatewayHasNoMessaging = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.safelight.messaging..", "software.amazon.awssdk..")
		.because("it must work whatever happens behind it, and decides nothing of the domain");

	@ArchTest
	static final ArchRule onlyRoutesKnowTheClientToTheServices = noClasses().that()
		.resideOutsideOfPackage("..gateway.route..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("org.apache.hc..")
		.because("everything that passes is streamed and broken off in one place");

	@ArchTest
	static final ArchRule theEntranceDoesNotKnowTheRoutes = noClasses().that()
		.resideInAPackage("..gateway.edge..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("..gateway.route..")
		.because("what holds for every request must not depend on where it goes");

	@ArchTest
	static final ArchRule controllersAreHidden = classes().that()
		.areAnnotatedWith(RestController.class)
		.should()
		.bePackagePrivate();

	@ArchTest
	static final ArchRule timeIsACollaborator = noClasses().should()
		.callMethod(Instant.class, "now")
		.orShould()
		.callMethod(System.class, "currentTimeMillis")
		.because("a test has to be able to move the time");

}
