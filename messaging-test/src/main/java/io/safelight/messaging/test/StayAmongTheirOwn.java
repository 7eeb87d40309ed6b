package io.safelight.messaging.test;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/**
 * Holds when a class depends on no class of another service than its own.
 */
final class StayAmongTheirOwn extends ArchCondition<JavaClass> {

	private static final Pattern SERVICE = Pattern
		.compile("io\\.safelight\\.(upload|publication|imaging|catalog|search|purchase|notification|gateway)(\\..*)?");

	StayAmongTheirOwn() {
		super("depend on no class of another service");
	}

	@Override
	public void check(JavaClass item, ConditionEvents events) {
		for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
			Optional<String> other = service(dependency.getTargetClass());
			if (other.isPresent() && !other.equals(service(item))) {
				events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
			}
		}
	}

	private static Optional<String> service(JavaClass type) {
		Matcher matcher = SERVICE.matcher(type.getPackageName());
		return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
	}

}
