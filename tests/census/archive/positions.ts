/**
 * Positions of the archives' records as the publisher's layout pages give them: first and last
 * character, from 1, inclusive. Independent of lib/census/archive/layout.ts, which is tested against them.
 */

export interface Position {
  name: string;
  first: number;
  last: number;
}

const PAGES: Record<string, { length: number; text: string }> = {
  IMP_DETL: {
    length: 688,
    text: `commodity 1-10, cty_code 11-14, cty_subco 15-16, dist_entry 17-18, dist_unlad 19-20,
rate_prov 21-22, year 23-26, month 27-28, cards_mo 29-43, con_qy1_mo 44-58,
con_qy2_mo 59-73, con_val_mo 74-88, dut_val_mo 89-103, cal_dut_mo 104-118,
con_cha_mo 119-133, con_cif_mo 134-148, gen_qy1_mo 149-163, gen_qy2_mo 164-178,
gen_val_mo 179-193, gen_cha_mo 194-208, gen_cif_mo 209-223, air_val_mo 224-238,
air_wgt_mo 239-253, air_cha_mo 254-268, ves_val_mo 269-283, ves_wgt_mo 284-298,
ves_cha_mo 299-313, cnt_val_mo 314-328, cnt_wgt_mo 329-343, cnt_cha_mo 344-358,
cards_yr 359-373, con_qy1_yr 374-388, con_qy2_yr 389-403, con_val_yr 404-418,
dut_val_yr 419-433, cal_dut_yr 434-448, con_cha_yr 449-463, con_cif_yr 464-478,
gen_qy1_yr 479-493, gen_qy2_yr 494-508, gen_val_yr 509-523, gen_cha_yr 524-538,
gen_cif_yr 539-553, air_val_yr 554-568, air_wgt_yr 569-583, air_cha_yr 584-598,
ves_val_yr 599-613, ves_wgt_yr 614-628, ves_cha_yr 629-643, cnt_val_yr 644-658,
cnt_wgt_yr 659-673, cnt_cha_yr 674-688`,
  },
  IMP_COMM: {
    length: 732,
    text: `commodity 1-10, comm_desc 11-60, unit_qy1 61-63, unit_qy2 64-66, year 67-70,
month 71-72, cards_mo 73-87, con_qy1_mo 88-102, con_qy2_mo 103-117, con_val_mo 118-132,
dut_val_mo 133-147, cal_dut_mo 148-162, con_cha_mo 163-177, con_cif_mo 178-192,
gen_qy1_mo 193-207, gen_qy2_mo 208-222, gen_val_mo 223-237, gen_cha_mo 238-252,
gen_cif_mo 253-267, air_val_mo 268-282, air_wgt_mo 283-297, air_cha_mo 298-312,
ves_val_mo 313-327, ves_wgt_mo 328-342, ves_cha_mo 343-357, cnt_val_mo 358-372,
cnt_wgt_mo 373-387, cnt_cha_mo 388-402, cards_yr 403-417, con_qy1_yr 418-432,
con_qy2_yr 433-447, con_val_yr 448-462, dut_val_yr 463-477, cal_dut_yr 478-492,
con_cha_yr 493-507, con_cif_yr 508-522, gen_qy1_yr 523-537, gen_qy2_yr 538-552,
gen_val_yr 553-567, gen_cha_yr 568-582, gen_cif_yr 583-597, air_val_yr 598-612,
air_wgt_yr 613-627, air_cha_yr 628-642, ves_val_yr 643-657, ves_wgt_yr 658-672,
ves_cha_yr 673-687, cnt_val_yr 688-702, cnt_wgt_yr 703-717, cnt_cha_yr 718-732`,
  },
  IMP_CTY: {
    length: 580,
    text: `cty_code 1-4, cty_name 5-34, year 35-38, month 39-40, cards_mo 41-55, con_val_mo 56-70,
dut_val_mo 71-85, cal_dut_mo 86-100, con_cha_mo 101-115, con_cif_mo 116-130,
gen_val_mo 131-145, gen_cha_mo 146-160, gen_cif_mo 161-175, air_val_mo 176-190,
air_wgt_mo 191-205, air_cha_mo 206-220, ves_val_mo 221-235, ves_wgt_mo 236-250,
ves_cha_mo 251-265, cnt_val_mo 266-280, cnt_wgt_mo 281-295, cnt_cha_mo 296-310,
cards_yr 311-325, con_val_yr 326-340, dut_val_yr 341-355, cal_dut_yr 356-370,
con_cha_yr 371-385, con_cif_yr 386-400, gen_val_yr 401-415, gen_cha_yr 416-430,
gen_cif_yr 431-445, air_val_yr 446-460, air_wgt_yr 461-475, air_cha_yr 476-490,
ves_val_yr 491-505, ves_wgt_yr 506-520, ves_cha_yr 521-535, cnt_val_yr 536-550,
cnt_wgt_yr 551-565, cnt_cha_yr 566-580`,
  },
  IMP_DE: {
    length: 578,
    text: `dist_entry 1-2, dist_name 3-32, year 33-36, month 37-38, cards_mo 39-53,
con_val_mo 54-68, dut_val_mo 69-83, cal_dut_mo 84-98, con_cha_mo 99-113,
con_cif_mo 114-128, gen_val_mo 129-143, gen_cha_mo 144-158, gen_cif_mo 159-173,
air_val_mo 174-188, air_wgt_mo 189-203, air_cha_mo 204-218, ves_val_mo 219-233,
ves_wgt_mo 234-248, ves_cha_mo 249-263, cnt_val_mo 264-278, cnt_wgt_mo 279-293,
cnt_cha_mo 294-308, cards_yr 309-323, con_val_yr 324-338, dut_val_yr 339-353,
cal_dut_yr 354-368, con_cha_yr 369-383, con_cif_yr 384-398, gen_val_yr 399-413,
gen_cha_yr 414-428, gen_cif_yr 429-443, air_val_yr 444-458, air_wgt_yr 459-473,
air_cha_yr 474-488, ves_val_yr 489-503, ves_wgt_yr 504-518, ves_cha_yr 519-533,
cnt_val_yr 534-548, cnt_wgt_yr 549-563, cnt_cha_yr 564-578`,
  },
  EXP_DETL: {
    length: 323,
    text: `df 1-1, commodity 2-11, cty_code 12-15, district 16-17, year 18-21, month 22-23,
cards_mo 24-38, qty_1_mo 39-53, qty_2_mo 54-68, all_val_mo 69-83, air_val_mo 84-98,
air_wgt_mo 99-113, ves_val_mo 114-128, ves_wgt_mo 129-143, cnt_val_mo 144-158,
cnt_wgt_mo 159-173, cards_yr 174-188, qty_1_yr 189-203, qty_2_yr 204-218,
all_val_yr 219-233, air_val_yr 234-248, air_wgt_yr 249-263, ves_val_yr 264-278,
ves_wgt_yr 279-293, cnt_val_yr 294-308, cnt_wgt_yr 309-323`,
  },
  EXP_COMM: {
    length: 373,
    text: `df 1-1, commodity 2-11, comm_desc 12-61, unit_qy1 62-64, unit_qy2 65-67, year 68-71,
month 72-73, cards_mo 74-88, qty_1_mo 89-103, qty_2_mo 104-118, all_val_mo 119-133,
air_val_mo 134-148, air_wgt_mo 149-163, ves_val_mo 164-178, ves_wgt_mo 179-193,
cnt_val_mo 194-208, cnt_wgt_mo 209-223, cards_yr 224-238, qty_1_yr 239-253,
qty_2_yr 254-268, all_val_yr 269-283, air_val_yr 284-298, air_wgt_yr 299-313,
ves_val_yr 314-328, ves_wgt_yr 329-343, cnt_val_yr 344-358, cnt_wgt_yr 359-373`,
  },
  EXP_CTY: {
    length: 280,
    text: `cty_code 1-4, cty_name 5-34, year 35-38, month 39-40, cards_mo 41-55, all_val_mo 56-70,
air_val_mo 71-85, air_wgt_mo 86-100, ves_val_mo 101-115, ves_wgt_mo 116-130,
cnt_val_mo 131-145, cnt_wgt_mo 146-160, cards_yr 161-175, all_val_yr 176-190,
air_val_yr 191-205, air_wgt_yr 206-220, ves_val_yr 221-235, ves_wgt_yr 236-250,
cnt_val_yr 251-265, cnt_wgt_yr 266-280`,
  },
  CONCORD: {
    length: 235,
    text: `commodity 1-10, descriptn 11-160, abbreviatn 161-210, unit_qy1 211-213,
unit_qy2 214-216, sitc 217-221, end_use 222-226, naics 227-232, usda 233-233,
hitech 234-235`,
  },
};

/** Names of the files that are described. */
export const FILES = Object.keys(PAGES);

/** Length of a file's record without its line end. */
export const lengthOf = (file: string): number => PAGES[file].length;

/** Fields of a file in order. */
export function positionsOf(file: string): Position[] {
  return PAGES[file].text.split(/,\s+/).map((each) => {
    const [name, first, last] = each.split(/[ -]/);
    return { name, first: Number(first), last: Number(last) };
  });
}
