package io.safelight.gateway;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.safelight.messaging.test.ServiceArchitecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * The shape of the gateway. A rule about a package that does not exist fails.
 */
@AnalyzeClasses(packages = "io.safelight.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class GatewayArchitectureTests {

	@ArchTest
	static final ArchTests everyService = ArchTests.in(ServiceArchitecture.class);

	@ArchTest
	static final ArchRule theGatewayHasNoMessaging = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.safelight.messaging..", "software.amazon.awssdk..")
		.because("it must work whatever happens behind it, and decides nothing of the domain");

	@ArchTest
	static final ArchRule onlyRoutesKnowTheClientToTheServices = ServiceArchitecture.onlyIn("..gateway.route..")
		.isKnown("org.apache.hc..")
		.because("everything that passes is streamed and broken off in one place");

	@ArchTest
	static final ArchRule theEntranceDoesNotKnowTheRoutes = noClasses().that()
		.resideInAPackage("..gateway.edge..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("..gateway.route..")
		.because("what holds for every request must not depend on where it goes");

}
