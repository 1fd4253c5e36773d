/** What coding and billing tell about an encounter; each handler only passes the news on to the encounter's use cases. */
@NullMarked
package org.superbill.patient.inbound;

import org.jspecify.annotations.NullMarked;
