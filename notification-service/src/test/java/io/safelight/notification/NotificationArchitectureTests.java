package io.safelight.notification;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.safelight.messaging.test.ServiceArchitecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * The shape of this service. A rule about a package that does not exist fails.
 */
@AnalyzeClasses(packages = "io.safelight.notification", importOptions = ImportOption.DoNotIncludeTests.class)
class NotificationArchitectureTests {

	@ArchTest
	static final ArchTests everyService = ArchTests.in(ServiceArchitecture.class);

	@ArchTest
	static final ArchRule wordsKnowNoFramework = ServiceArchitecture.withoutFrameworks("..notification.notice..",
			"..notification.message..");

	@ArchTest
	static final ArchRule wordsKnowNothingOfMessaging = noClasses().that()
		.resideInAnyPackage("..notification.notice..", "..notification.message..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("io.safelight.messaging..")
		.because("what people are told has to be readable and testable without any of that");

	@ArchTest
	static final ArchRule onlyTheMailPackageKnowsSes = ServiceArchitecture.onlyIn("..notification.mail..")
		.isKnown("software.amazon.awssdk.services.sesv2..")
		.because("a mail that is sent from anywhere else is not sent once");

	@ArchTest
	static final ArchRule inboxAndMailDoNotKnowEachOther = noClasses().that()
		.resideInAPackage("..notification.inbox..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("..notification.mail..")
		.because("the inbox is kept whatever becomes of the mail");

}
