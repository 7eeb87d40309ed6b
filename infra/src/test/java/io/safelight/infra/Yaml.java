package io.safelight.infra;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * YAML, where a key that stands twice is an error, and CloudFormation's short forms are
 * what they are short for.
 */
public final class Yaml {

	private static final List<String> SHORT_FORMS = List.of("Sub", "GetAtt", "ImportValue", "Equals", "Not");

	private Yaml() {
	}

	static Node document(String text) {
		return new Node(parser().load(text));
	}

	/** All documents of a text, as maps, lists and scalars. */
	public static List<Object> documents(String text) {
		return StreamSupport.stream(parser().loadAll(text).spliterator(), false)
			.filter((some) -> some != null)
			.toList();
	}

	private static org.yaml.snakeyaml.Yaml parser() {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		return new org.yaml.snakeyaml.Yaml(new CloudFormation(options));
	}

	private static final class CloudFormation extends SafeConstructor {

		CloudFormation(LoaderOptions options) {
			super(options);
			define("Ref", "Ref");
			SHORT_FORMS.forEach((name) -> define(name, "Fn::" + name));
		}

		private void define(String tag, String name) {
			this.yamlConstructors.put(new Tag("!" + tag), new AbstractConstruct() {
				@Override
				public Object construct(org.yaml.snakeyaml.nodes.Node node) {
					return Map.of(name, (node instanceof ScalarNode scalar) ? constructScalar(scalar)
							: constructSequence((SequenceNode) node));
				}
			});
		}

	}

}
