package org.superbill.systemtests.role;

import static org.assertj.core.api.Assertions.assertThat;

import org.superbill.systemtests.Gateway;
import org.superbill.systemtests.Narrator;
import org.superbill.systemtests.SuperbillSystem;

/** The test controls of the payer simulator: its clock. What it decides follows from the claims. */
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
        assertThat(simulator
                        .raw("POST", "/clock", "{\"advanceDays\": 1}", "Content-Type", "application/json")
                        .status())
                .isEqualTo(200);
    }
}
