package org.superbill.systemtests.role;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.superbill.systemtests.Gateway;

/** The ledger as the poster sees it. */
public final class Books {
    private final Practice practice;
    private final Gateway gateway;

    Books(Practice practice) {
        this.practice = practice;
        this.gateway = practice.as("poster");
    }

    public JsonNode entries(String claimId) {
        return gateway.peek("/api/v1/ledger/entries?limit=200&claimId=" + claimId)
                .expect(200)
                .json()
                .path("items");
    }

    /**
     * The entries of a claim, oldest first, as a poster would write them down: the kind, then each line with its account, debit or
     * credit in cents, the claim's line and the reason.
     */
    public List<String> written(String claimId) {
        var written = new ArrayList<String>();
        for (var entry : entries(claimId)) {
            var text = new StringBuilder(entry.path("kind").asText());
            for (var line : entry.path("lines")) {
                var debit = line.path("debitCents").asLong();
                text.append(" | %s %s %d, line %s%s"
                        .formatted(
                                line.path("account").asText(),
                                debit > 0 ? "debit" : "credit",
                                debit + line.path("creditCents").asLong(),
                                line.path("claimLine").asText("none"),
                                line.path("reason").isTextual()
                                        ? ", " + line.path("reason").asText()
                                        : ""));
            }
            written.add(text.toString());
        }
        return written;
    }

    /** Every account that is not at zero, with debits minus credits in cents. */
    public Map<String, Long> accounts() {
        var accounts = new TreeMap<String, Long>();
        gateway.peek("/api/v1/ledger/accounts")
                .expect(200)
                .json()
                .path("items")
                .forEach(account -> accounts.put(
                        account.path("account").asText(),
                        account.path("balanceCents").asLong()));
        accounts.values().removeIf(balance -> balance == 0);
        return accounts;
    }

    public long patientBalance(String patientId) {
        return gateway.peek("/api/v1/patient-accounts/" + patientId)
                .expect(200)
                .json()
                .path("balanceCents")
                .asLong();
    }

    /** Debits equal credits, in each entry and in all, the accounts are the sums of their entries, and the books' own verification holds. */
    public void areCoherent() {
        var sums = new HashMap<String, Long>();
        var cursor = "";
        do {
            var page = gateway.peek("/api/v1/ledger/entries?limit=200" + cursor)
                    .expect(200)
                    .json();
            for (var entry : page.path("items")) {
                var total = 0L;
                for (var line : entry.path("lines")) {
                    var amount = line.path("debitCents").asLong()
                            - line.path("creditCents").asLong();
                    total += amount;
                    sums.merge(line.path("account").asText(), amount, Long::sum);
                }
                assertThat(total).as("entry %s", entry.path("id").asText()).isZero();
                assertThat(entry.path("lines").size()).isGreaterThan(1);
            }
            cursor = page.path("nextCursor").isTextual()
                    ? "&cursor=" + page.path("nextCursor").asText()
                    : "";
        } while (!cursor.isEmpty());
        var all = 0L;
        for (var account :
                gateway.peek("/api/v1/ledger/accounts").expect(200).json().path("items")) {
            var code = account.path("account").asText();
            var balance = account.path("balanceCents").asLong();
            assertThat(balance).as(code).isEqualTo(sums.getOrDefault(code, 0L));
            all += balance;
        }
        assertThat(all).isZero();
        var verification =
                gateway.peek("/api/v1/ledger/verification").expect(200).json();
        assertThat(verification.path("holds").asBoolean())
                .as(verification.path("checks").toString())
                .isTrue();
        practice.system().narrator().fact("the ledger balances: debits equal credits");
    }
}
