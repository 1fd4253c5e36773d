/** Computer-assisted coding: reads notes and proposes codes with their evidence. Pure: no framework, no database, no clock, no network. */
@NullMarked
package org.superbill.coding.cac;

import org.jspecify.annotations.NullMarked;
