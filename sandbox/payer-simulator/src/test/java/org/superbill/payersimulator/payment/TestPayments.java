package org.superbill.payersimulator.payment;

import jakarta.inject.Singleton;

/** Lets tests of other packages run what a move of the clock runs. */
@Singleton
public class TestPayments {
    private final PaymentRun payments;

    TestPayments(PaymentRun payments) {
        this.payments = payments;
    }

    public void run() {
        payments.run();
    }
}
