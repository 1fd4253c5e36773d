/** What must be done by a day: one engine on the business clock for every feature, which shows what is near, alarms once and never misses. */
@NullMarked
package org.superbill.billing.deadline;

import org.jspecify.annotations.NullMarked;
