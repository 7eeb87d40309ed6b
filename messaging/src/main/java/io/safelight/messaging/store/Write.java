package io.safelight.messaging.store;

/**
 * One change of one row, made only together with all the others of its commit.
 */
public sealed interface Write {

	Table table();

	Condition condition();

	/**
	 * Puts a whole row, replacing what is there.
	 *
	 * @param table where
	 * @param item a record whose components are the row's attributes; null components are
	 * left out
	 * @param condition what must hold of the row that is there
	 */
	record Put(Table table, Object item, Condition condition) implements Write {
	}

	/**
	 * Deletes a row; deleting what does not exist is no error.
	 *
	 * @param table where
	 * @param key which row
	 * @param condition what must hold of the row that is there
	 */
	record Delete(Table table, Key key, Condition condition) implements Write {
	}

	/**
	 * Changes nothing, but refuses the commit where the condition does not hold.
	 *
	 * @param table where
	 * @param key which row
	 * @param condition what must hold of the row that is there
	 */
	record Check(Table table, Key key, Condition condition) implements Write {
	}

}
