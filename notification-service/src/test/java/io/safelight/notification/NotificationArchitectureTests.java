package io.safelight.notification;

import java.time.Clock;
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
 * The shape of this service. A rule about a package that does not exist fails.
 */
@AnalyzeClasses(packages = "io.safelight.notification", importOptions = ImportOption.DoNotIncludeTests.class)
class NotificationArchitectureTests {

	@ArchTest
	static final ArchRule packagesAreFreeOfTangles = slices().matching("io.safelight.notification.(*)..")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule wordsKnowNothingOfStorageAndMail = noClasses().that()
		.resideInAnyPackage("..notification.notice..", "..notification.message..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.safelight.messaging..", "software.amazon.awssdk..", "org.springframework..")
		.because("what people are told has to be readable and testable without any of that");

	@ArchTest
	static final ArchRule onlyTheMailPackageKnowsSes = noClasses().that()
		.resideOutsideOfPackage("..notification.mail..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("software.amazon.awssdk.services.sesv2..")
		.because("a mail that is sent from anywhere else is not sent once");

	@ArchTest
	static final ArchRule inboxAndMailDoNotKnowEachOther = noClasses().that()
		.resideInAPackage("..notification.inbox..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("..notification.mail..")
		.because("the inbox is kept whatever becomes of the mail");

	@ArchTest
	static final ArchRule controllersAreHidden = classes().that()
		.areAnnotatedWith(RestController.class)
		.should()
		.bePackagePrivate();

	@ArchTest
	static final ArchRule timeIsACollaborator = noClasses().should()
		.callMethod(Instant.class, "now")
		.orShould()
		.callMethod(Clock.class, "systemUTC")
		.orShould()
		.callMethod(System.class, "currentTimeMillis")
		.because("a test has to be able to move the time");

}
