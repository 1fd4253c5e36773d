package org.superbill.billing.deadline;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What must be done in time; of what, by whom, and how many days before its last day the alarm rings. */
public enum DeadlineKind {
    /** The payer must have received the claim, and say so of the claim itself: a file may be acknowledged and a claim of it lost. */
    TIMELY_FILING("claim", DeadlineOwner.BILLER, 14, "The payer's filing limit"),
    /** The receiver has to say that it took the file (999, 277CA). */
    ACKNOWLEDGMENT("submission", DeadlineOwner.BILLER, 0, "Files are acknowledged within two days"),
    /**
     * The payer has to say of each claim whether it takes it (277CA, or at once its 835): a file may be acknowledged and a claim of it
     * lost. Two business days, with a weekend and a holiday between.
     */
    CLAIM_ACKNOWLEDGMENT(
            "claim", DeadlineOwner.BILLER, 0, "Payers say of each claim within five days whether they take it"),
    /** The payer has to answer a claim status request. */
    STATUS_ANSWER("status-inquiry", DeadlineOwner.BILLER, 0, "Status requests are answered within two days"),
    /** The next payer, to whom a claim was forwarded, has to answer. */
    NEXT_PAYER("claim", DeadlineOwner.BILLER, 0, "A payer answers a claim that another has forwarded within 45 days"),
    /** A payer that decides a claim in parts (MA15) has to decide the rest of it. */
    REST_OF_CLAIM(
            "claim",
            DeadlineOwner.BILLER,
            0,
            "A payer that decides a claim in parts decides the rest within thirty days"),
    /** A denial can be contested; each level of an appeal has one. */
    APPEAL("denial", DeadlineOwner.BILLER, 14, "The payer's limit for an appeal"),
    /** The payer has to decide an appeal. */
    APPEAL_ANSWER("appeal", DeadlineOwner.BILLER, 0, "Appeals are decided within sixty days"),
    /** A clinician has to answer a coder's question, which holds up the claim. */
    QUERY("coding-query", DeadlineOwner.PROVIDER, 1, "The day that the coder's question names"),
    /** A payer has paid too much for a claim (Medicare: 60 days after it was identified, 42 CFR 401.305), be it that nobody has asked for a refund. */
    CREDIT_BALANCE(
            "claim",
            DeadlineOwner.BILLING_MANAGER,
            14,
            "Overpayments are returned within sixty days after they are found"),
    /** A patient has paid too much, for a claim or beside any (Medicare: 60 days, 42 CFR 489.41(b); the organization's own terms take their place). */
    PATIENT_CREDIT(
            "patient",
            DeadlineOwner.BILLING_MANAGER,
            14,
            "What a patient has paid too much goes back within sixty days (42 CFR 489.41(b), of Medicare's; the organization's own days take its place)"),
    /** Money of a payer or of a patient has to go back (Medicare: 60 days after it was identified, 42 CFR 401.305). */
    REFUND("refund", DeadlineOwner.BILLING_MANAGER, 14, "Overpayments are returned within sixty days"),
    /** A payer has paid, and nothing is posted: sums disagree, or it does not fit its claims. */
    REMITTANCE("remittance", DeadlineOwner.POSTER, 2, "What a payer has paid is posted within five days"),
    /** A person has put a payment that was not posted into unapplied, and some of it is there still. */
    UNAPPLIED_PAYMENT(
            "remittance", DeadlineOwner.POSTER, 7, "What is put into unapplied finds its claims within thirty days"),
    /** The bank shows money, and somebody has to say what it is. */
    DEPOSIT("deposit", DeadlineOwner.POSTER, 2, "A deposit is matched within five days"),
    /** A payer has announced money that the bank has to show (CAQH CORE 370: within three business days of each other). */
    EXPECTED_PAYMENT("expected-payment", DeadlineOwner.POSTER, 0, "Announced money is in the bank within five days");

    private final String subject;
    private final DeadlineOwner owner;
    private final int alarmDays;
    private final String basis;

    DeadlineKind(String subject, DeadlineOwner owner, int alarmDays, String basis) {
        this.subject = subject;
        this.owner = owner;
        this.alarmDays = alarmDays;
        this.basis = basis;
    }

    /** What the subject's id is the id of. */
    public String subject() {
        return subject;
    }

    public DeadlineOwner owner() {
        return owner;
    }

    /** Days before the last day. */
    public int alarmDays() {
        return alarmDays;
    }

    /** Why this day, when the caller does not say it better. */
    public String basis() {
        return basis;
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of the word that {@link #wire} gives. @throws IllegalArgumentException when there is no such kind */
    public static DeadlineKind fromString(String wire) {
        return Arrays.stream(values())
                .filter(kind -> kind.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such kind of deadline"));
    }
}
