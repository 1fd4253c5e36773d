package org.superbill.systemtests.role;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.superbill.systemtests.Gateway;
import org.superbill.systemtests.Narrator;
import org.superbill.systemtests.SuperbillSystem;

/** The test controls of the payer simulator: its clock, and what it has in its own books. What it decides follows from the claims. */
public final class PayerSimulator {
    private final Narrator narrator;
    private final Gateway simulator;

    PayerSimulator(SuperbillSystem system) {
        this.narrator = system.narrator();
        this.simulator = Gateway.at(system.payerSimulator(), Narrator.silent());
    }

    /** Moves the payer's clock to its next payment date: it pays what it has adjudicated. */
    public void reachesPaymentDate() {
        narrator.step("The payer's next payment date comes");
        passes(1);
    }

    /** Lets days pass, each with its payments. */
    public void passes(int days) {
        for (var day = 0; day < days; day++) {
            assertThat(simulator
                            .raw("POST", "/clock", "{\"advanceDays\": 1}", "Content-Type", "application/json")
                            .status())
                    .isEqualTo(200);
        }
    }

    /** How many files wait for an account. */
    public int filesOf(String account) {
        return look("/mailboxes/%s/files".formatted(account)).path("files").size();
    }

    /** What the payer has paid an account, by its own count. */
    public JsonNode booksOf(String account) {
        return look("/mailboxes/%s/books".formatted(account));
    }

    private JsonNode look(String path) {
        var answer = simulator.raw("GET", path, null);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.json();
    }
}
