package org.superbill.systemtests.role;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
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

    public long account(String code) {
        for (var account :
                gateway.peek("/api/v1/ledger/accounts").expect(200).json().path("items")) {
            if (account.path("account").asText().equals(code)) {
                return account.path("balanceCents").asLong();
            }
        }
        return 0;
    }

    public long patientBalance(String patientId) {
        return gateway.peek("/api/v1/patient-accounts/" + patientId)
                .expect(200)
                .json()
                .path("balanceCents")
                .asLong();
    }

    /** Debits equal credits, in each entry and in all, and the accounts are the sums of their entries. */
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
        practice.system().narrator().fact("the ledger balances: debits equal credits");
    }
}
