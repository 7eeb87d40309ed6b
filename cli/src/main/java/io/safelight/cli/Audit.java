package io.safelight.cli;

import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;

import io.safelight.audit.Auditor;
import io.safelight.audit.Report;
import io.safelight.cli.evidence.Aws;
import io.safelight.cli.evidence.Stores;
import io.safelight.cli.process.Installation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/**
 * Checks the running system.
 */
@Command(name = "audit", description = "Check every promise through the stores; exits 1 if one is broken.",
		mixinStandardHelpOptions = true)
final class Audit implements Callable<Integer> {

	private final Console console = Console.standard();

	private final Installation installation = Installation.of(Safelight.home());

	@Override
	public Integer call() throws Exception {
		String gateway = Objects.requireNonNullElse(environment("SAFELIGHT_URL"), this.installation.gatewayUrl());
		try (Aws aws = Aws.ofEnvironment(this.installation.cloudUrl())) {
			return print(new Auditor().judge(new Stores(aws, gateway, Clock.systemUTC()).collect()));
		}
	}

	private int print(Report report) {
		report.findings().forEach((finding) -> this.console.line("broken: " + finding));
		report.remarks().forEach((remark) -> this.console.line("note: " + remark));
		this.console.line(report.checked() + " checked, " + report.findings().size() + " broken");
		return report.findings().isEmpty() ? 0 : 1;
	}

	private static @Nullable String environment(String name) {
		return System.getenv(name);
	}

}
