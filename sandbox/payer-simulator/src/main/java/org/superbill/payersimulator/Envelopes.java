package org.superbill.payersimulator;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.superbill.payersimulator.adjudication.SubmittedClaim.Route;
import org.superbill.payersimulator.clock.PayerClock;
import org.superbill.x12.FunctionalGroup;
import org.superbill.x12.Interchange;
import org.superbill.x12.TypedLoop;
import org.superbill.x12.X12Writer;
import org.superbill.x12.guide.Guide;

/** Puts an answer into an interchange on the way back. */
@Singleton
public class Envelopes {
    private final PayerClock clock;
    private final ControlNumbers numbers;

    Envelopes(PayerClock clock, ControlNumbers numbers) {
        this.clock = clock;
        this.numbers = numbers;
    }

    /** What goes into an interchange. */
    public interface Content {
        void write(X12Writer writer) throws IOException;
    }

    /** An interchange of today with one group of one transaction set. */
    public byte[] of(Route received, Guide guide, TypedLoop document) {
        return of(received, clock.today(), guide, document);
    }

    /** @param on the day on which it is written */
    public byte[] of(Route received, LocalDate on, Guide guide, TypedLoop document) {
        return of(received, on, writer -> {
            writer.startGroup(FunctionalGroup.of(
                    guide.groupCode(),
                    received.groupReceiver(),
                    received.groupSender(),
                    on.atTime(12, 0),
                    numbers.next(),
                    guide.version()));
            writer.transaction(guide, "0001", document);
            writer.endGroup();
        });
    }

    public byte[] of(Route received, Content content) {
        return of(received, clock.today(), content);
    }

    private byte[] of(Route received, LocalDate on, Content content) {
        var out = new ByteArrayOutputStream();
        try (var writer = X12Writer.to(out)) {
            writer.startInterchange(Interchange.builder()
                    .sender(received.receiverQualifier(), received.receiverId())
                    .receiver(received.senderQualifier(), received.senderId())
                    .at(on.atTime(12, 0))
                    .controlNumber(numbers.next())
                    .usage(received.usageIndicator())
                    .build());
            content.write(writer);
            writer.endInterchange();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
