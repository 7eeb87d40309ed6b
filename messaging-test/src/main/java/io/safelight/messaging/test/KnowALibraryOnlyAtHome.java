package io.safelight.messaging.test;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

/**
 * Holds when classes at home depend on a library and no other class does. One object
 * serves one check at a time.
 */
final class KnowALibraryOnlyAtHome extends ArchCondition<JavaClass> {

	private final DescribedPredicate<JavaClass> home;

	private final DescribedPredicate<JavaClass> library;

	private final String libraries;

	private boolean known;

	KnowALibraryOnlyAtHome(String[] homes, String[] libraries) {
		super("know " + Arrays.toString(libraries) + " only in " + Arrays.toString(homes));
		this.home = resideInAnyPackage(homes);
		this.library = resideInAnyPackage(libraries);
		this.libraries = Arrays.toString(libraries);
	}

	@Override
	public void init(Collection<JavaClass> all) {
		this.known = false;
	}

	@Override
	public void check(JavaClass item, ConditionEvents events) {
		List<Dependency> known = item.getDirectDependenciesFromSelf()
			.stream()
			.filter((dependency) -> this.library.test(dependency.getTargetClass().getBaseComponentType()))
			.toList();
		if (this.home.test(item)) {
			this.known |= !known.isEmpty();
		}
		else {
			known.forEach(
					(dependency) -> events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
		}
	}

	@Override
	public void finish(ConditionEvents events) {
		if (!this.known) {
			events.add(SimpleConditionEvent.violated(this, "Nothing at home knows " + this.libraries
					+ ": the rule could never be broken, so that its names are wrong or it is of no use"));
		}
	}

}
