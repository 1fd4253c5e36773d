package org.superbill.servicekit.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.superbill.events.EncounterVoided;
import org.superbill.servicekit.inbox.BatchEventHandler;
import org.superbill.servicekit.inbox.Envelope;
import org.superbill.servicekit.inbox.NotYet;

/** Notes what it hears; the event's reason says what happens to it: {@code needs ID} a patient, {@code refused}, {@code fault}, {@code error}. */
@ApplicationScoped
public class VoidListener implements BatchEventHandler<EncounterVoided> {
    /** Subjects that are refused no more. */
    public static final Set<String> MENDED = ConcurrentHashMap.newKeySet();

    private final Table table;

    VoidListener(Table table) {
        this.table = table;
    }

    @Override
    public Class<EncounterVoided> type() {
        return EncounterVoided.class;
    }

    @Override
    public boolean takesAllThatCame() {
        return true;
    }

    @Override
    public void handleAll(List<Told<EncounterVoided>> events) {
        events.forEach(told -> hear(told.event(), told.envelope()));
    }

    private void hear(EncounterVoided event, Envelope envelope) {
        table.update(
                "insert into heard (organization_id, subject, text) values (?, ?, ?)",
                envelope.organization().toString(),
                envelope.subject(),
                envelope.sequence() + " " + event.reason());
        if (event.reason().startsWith("needs ")) {
            requirePatient(UUID.fromString(event.reason().substring("needs ".length())));
        }
        if (!MENDED.contains(event.subject())) {
            if (event.reason().equals("refused")) {
                throw new IllegalArgumentException("Doe, Jane is refused");
            } else if (event.reason().equals("fault")) {
                throw new IndexOutOfBoundsException("Doe, Jane");
            } else if (event.reason().equals("error")) {
                throw new StackOverflowError("Doe, Jane");
            }
        }
    }

    private void requirePatient(UUID patient) {
        if (table.texts("select id from known_patient where id = ?", patient).isEmpty()) {
            throw new NotYet("patient " + patient, patient);
        }
    }
}
