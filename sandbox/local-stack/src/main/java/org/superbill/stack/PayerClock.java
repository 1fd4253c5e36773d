package org.superbill.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;

/** The clock of the payer simulator, which goes along with the business clock, but never back. */
final class PayerClock {
    /** It pays what is due by then before it answers. */
    private static final Duration TIMEOUT = Duration.ofMinutes(15);

    private static final int REFUSED = 400;

    private final String simulator;

    PayerClock(String simulator) {
        this.simulator = simulator;
    }

    /** Stays where it is when it is later already. */
    void moveTo(LocalDate day) {
        var move = HttpRequest.newBuilder(URI.create(simulator + "/clock"))
                .header("Content-Type", "application/json")
                .timeout(TIMEOUT)
                .POST(BodyPublishers.ofString("{\"now\": \"%s\"}".formatted(day)))
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(move, BodyHandlers.ofString());
            if (answer.statusCode() > REFUSED) {
                throw new StackException("The payer simulator does not move its clock: " + answer.body());
            }
        } catch (IOException e) {
            throw new StackException("The payer simulator does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while the payer's clock was moved");
        }
    }
}
