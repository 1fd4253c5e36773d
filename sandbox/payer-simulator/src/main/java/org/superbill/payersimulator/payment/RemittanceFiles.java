package org.superbill.payersimulator.payment;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import org.superbill.payersimulator.Envelopes;
import org.superbill.payersimulator.Mailboxes;
import org.superbill.payersimulator.StateDirectory;
import org.superbill.payersimulator.adjudication.SubmittedClaim;
import org.superbill.payersimulator.scenario.Scenario.FileFault;
import org.superbill.x12.guide.Guide;

/** Sends remittances, with what is wrong with their files; a whole one that is to follow waits in a folder named for its account and day. */
@Singleton
class RemittanceFiles {
    private final StateDirectory state;
    private final Mailboxes mailboxes;
    private final Envelopes envelopes;

    RemittanceFiles(StateDirectory state, Mailboxes mailboxes, Envelopes envelopes) {
        this.state = state;
        this.mailboxes = mailboxes;
        this.envelopes = envelopes;
    }

    void send(SubmittedClaim any, FileFault fault, PaymentDraft draft, String trace) {
        var file = file(any, draft, draft.total(), trace);
        switch (fault) {
            case NONE -> deliver(any, file);
            case TWICE -> {
                deliver(any, file);
                deliver(any, file);
            }
            case RE_ENVELOPED -> {
                deliver(any, file);
                deliver(any, file(any, draft, draft.total(), trace));
            }
            case DAMAGED -> {
                deliver(any, Arrays.copyOf(file, file.length / 2));
                follow(any, draft.today(), trace, file);
            }
            case WRONG_TOTAL -> {
                deliver(any, file(any, draft, draft.total().add(BigDecimal.ONE), trace));
                follow(any, draft.today(), trace, file);
            }
        }
    }

    /** Sends what was to follow by a day. */
    void repeat(LocalDate today) {
        try (var waiting = Files.list(state.folder("follows"))) {
            for (var file : waiting.sorted().toList()) {
                var name = file.getFileName().toString();
                if (!name.startsWith(".") && !dayOf(name).isAfter(today)) {
                    mailboxes.deliver(accountOf(name), "835", Files.readAllBytes(file));
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalDate dayOf(String name) {
        return LocalDate.parse(name.substring(0, name.indexOf('_')));
    }

    /** It may have underscores, which neither the day before nor the trace number after it has. */
    private static String accountOf(String name) {
        return name.substring(name.indexOf('_') + 1, name.lastIndexOf('_'));
    }

    private void follow(SubmittedClaim any, LocalDate today, String trace, byte[] file) {
        Path waits = state.folder("follows").resolve("%s_%s_%s".formatted(today.plusDays(1), any.account(), trace));
        StateDirectory.write(waits, file);
    }

    private byte[] file(SubmittedClaim any, PaymentDraft draft, BigDecimal total, String trace) {
        return envelopes.of(any.route(), Guide.REMITTANCE_835, RemittanceDocument.of(any, draft, total, trace));
    }

    private void deliver(SubmittedClaim any, byte[] file) {
        mailboxes.deliver(any.account(), "835", file);
    }
}
