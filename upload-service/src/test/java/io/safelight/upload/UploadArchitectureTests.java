package io.safelight.upload;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.safelight.messaging.test.ServiceArchitecture;
import io.safelight.upload.inspection.Pictures;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

@AnalyzeClasses(packages = "io.safelight.upload", importOptions = ImportOption.DoNotIncludeTests.class)
class UploadArchitectureTests {

	@ArchTest
	static final ArchTests everyService = ArchTests.in(ServiceArchitecture.class);

	@ArchTest
	static final ArchRule decisionsKnowNoFramework = ServiceArchitecture.withoutFrameworks("..upload.session..",
			"..upload.inspection..", "..upload.message..");

	@ArchTest
	static final ArchRule s3IsInOnePlace = ServiceArchitecture.onlyIn("..upload.storage..", "io.safelight.upload")
		.isKnown("software.amazon.awssdk.services.s3..")
		.because("only the quarantine knows how S3 talks");

	@ArchTest
	static final ArchRule httpIsAtTheEdge = ServiceArchitecture.onlyIn("..upload.web..")
		.isKnown("org.springframework.web..", "org.springframework.http..", "jakarta.servlet..")
		.because("the sweeper and the queue do the same work as a request");

	@ArchTest
	static final ArchRule nothingIsDecoded = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("javax.imageio..", "java.awt..")
		.because("a decoder that meets hostile bytes belongs in a worker that may die");

	@Test
	void noticesADecoder() {
		JavaClasses drawing = new ClassFileImporter().importClasses(Pictures.class);
		assertThat(nothingIsDecoded.evaluate(drawing).hasViolation()).isTrue();
	}

}
