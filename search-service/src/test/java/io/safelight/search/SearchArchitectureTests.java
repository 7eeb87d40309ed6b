package io.safelight.search;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.safelight.messaging.test.ServiceArchitecture;

@AnalyzeClasses(packages = "io.safelight.search", importOptions = ImportOption.DoNotIncludeTests.class)
class SearchArchitectureTests {

	@ArchTest
	static final ArchTests everyService = ArchTests.in(ServiceArchitecture.class);

	@ArchTest
	static final ArchRule luceneStaysInTheIndex = ServiceArchitecture.onlyIn("io.safelight.search.index")
		.isKnown("org.apache.lucene..")
		.because("another search engine must fit behind the same questions");

	@ArchTest
	static final ArchRule searchingKnowsNoFramework = ServiceArchitecture.withoutFrameworks("io.safelight.search.index",
			"io.safelight.search.colour", "io.safelight.search.document", "io.safelight.search.message");

}
