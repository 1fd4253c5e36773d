package org.superbill.x12.professional;

import java.util.List;
import org.superbill.x12.Loop;
import org.superbill.x12.guide.Guide;
import org.superbill.x12.part.Contact;
import org.superbill.x12.part.EntityName;
import org.superbill.x12.part.NamedLoop;

/** Who submits the transaction set, and whom to ask (837P loop 1000A). */
public record Loop1000ASubmitter(Loop loop) implements NamedLoop {

    /** @param name with the id the receiver gave (46) */
    public static Loop1000ASubmitter of(EntityName name, Contact contact) {
        return new Loop1000ASubmitter(NamedLoop.builder(Guide.PROFESSIONAL_837, "1000A", "41", name, null, List.of())
                .add(contact.per())
                .build());
    }
}
