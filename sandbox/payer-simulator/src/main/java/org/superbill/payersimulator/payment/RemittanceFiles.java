package org.superbill.payersimulator.payment;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import org.superbill.payersimulator.Envelopes;
import org.superbill.payersimulator.Mailboxes;
import org.superbill.payersimulator.adjudication.SubmittedClaim;
import org.superbill.payersimulator.claims.PayerClaims;
import org.superbill.payersimulator.scenario.Scenario.FileFault;
import org.superbill.x12.guide.Guide;

/** Writes remittances, with what is wrong with their files, and delivers them; a whole one that is to follow is delivered a day later. */
@Singleton
class RemittanceFiles {
    private final PayerClaims claims;
    private final Mailboxes mailboxes;
    private final Envelopes envelopes;

    RemittanceFiles(PayerClaims claims, Mailboxes mailboxes, Envelopes envelopes) {
        this.claims = claims;
        this.mailboxes = mailboxes;
        this.envelopes = envelopes;
    }

    /** Writes what is to be delivered; together with the payment itself, so that neither is there without the other. */
    void send(SubmittedClaim any, FileFault fault, PaymentDraft draft) {
        var today = draft.today();
        var file = file(any, draft, draft.total());
        switch (fault) {
            case NONE -> send(any, today, file);
            case TWICE -> {
                send(any, today, file);
                send(any, today, file);
            }
            case RE_ENVELOPED -> {
                send(any, today, file);
                send(any, today, file(any, draft, draft.total()));
            }
            case DAMAGED -> {
                send(any, today, Arrays.copyOf(file, file.length / 2));
                send(any, today.plusDays(1), file);
            }
            case WRONG_TOTAL -> {
                send(any, today, file(any, draft, draft.total().add(BigDecimal.ONE)));
                send(any, today.plusDays(1), file);
            }
        }
    }

    /** Delivers what is to be there by a day. A kill meanwhile delivers a file once more, with the same trace number. */
    void deliver(LocalDate by) {
        for (var next = claims.outgoing(by); next.isPresent(); next = claims.outgoing(by)) {
            var file = next.get();
            mailboxes.deliver(file.account(), "835", file.file());
            claims.together(() -> claims.sent(file));
        }
    }

    private void send(SubmittedClaim any, LocalDate on, byte[] file) {
        claims.send(on, any.account(), file);
    }

    private byte[] file(SubmittedClaim any, PaymentDraft draft, BigDecimal total) {
        return envelopes.of(any.route(), draft.today(), Guide.REMITTANCE_835, RemittanceDocument.of(any, draft, total));
    }
}
