package io.safelight.purchase.money;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LedgerTests {

	private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

	@Test
	void debitsTheBuyerAndCreditsContributorsAndHouse() {
		List<LedgerEntry> entries = new Ledger(60).entries("order-1", "ben", List.of(sale("ana", 2500)), NOW);
		assertThat(amounts(entries)).isEqualTo(Map.of("buyer:ben", 2500L, "contributor:ana", -1500L, "house", -1000L));
	}

	@Test
	void hasOneLineForEachAccount() {
		List<LedgerEntry> entries = new Ledger(50).entries("order-1", "ben",
				List.of(sale("ana", 101), sale("ana", 101), sale("paul", 7)), NOW);
		assertThat(amounts(entries))
			.isEqualTo(Map.of("buyer:ben", 209L, "contributor:ana", -100L, "contributor:paul", -3L, "house", -106L));
	}

	@Test
	void balancesToZero() {
		Random random = new Random(11);
		for (int round = 0; round < 2_000; round++) {
			List<Ledger.Sale> sales = new ArrayList<>();
			for (int i = 0; i <= random.nextInt(20); i++) {
				sales.add(sale("contributor-" + random.nextInt(5), random.nextLong(100_000)));
			}
			List<LedgerEntry> entries = new Ledger(random.nextInt(101)).entries("order-1", "ben", sales, NOW);
			assertThat(entries.stream().mapToLong(LedgerEntry::amount).sum()).isZero();
		}
	}

	@Test
	void refusesAShareThatIsNone() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Ledger(101));
	}

	private static Ledger.Sale sale(String contributor, long amount) {
		return new Ledger.Sale(contributor, new Money(amount, "EUR"));
	}

	private static Map<String, Long> amounts(List<LedgerEntry> entries) {
		return entries.stream().collect(Collectors.toMap(LedgerEntry::account, LedgerEntry::amount));
	}

}
