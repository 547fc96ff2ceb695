/** What the example’s PDFs “of somebody else’s” say. All of it is invented. */
export interface ExternalText {
  /** The file’s name in data/files. */
  name: string;
  title: string;
  author: string;
  /** The day on which it is said to have been made. */
  date: string;
  style: string;
  body: string;
}

const common = `
@page { size: 210mm 297mm; margin: 22mm 20mm; }
@page wide { size: 297mm 210mm; }
body { margin: 0; color: #111; }
h1 { font-size: 24pt; line-height: 1.2; margin: 0 0 8mm; }
h2 { font-size: 15pt; margin: 8mm 0 3mm; break-after: avoid; }
h3 { font-size: 12pt; margin: 5mm 0 2mm; break-after: avoid; }
p, li { max-width: 150mm; margin: 0 0 3mm; }
table { border-collapse: collapse; width: 100%; margin: 3mm 0 6mm; }
caption { text-align: left; font-weight: 700; padding: 0 0 2mm; }
th, td { text-align: left; vertical-align: top; padding: 1.5mm 3mm 1.5mm 0; border-bottom: 0.3pt solid #777; }
td.number, th.number { text-align: right; }
.page { break-before: page; }
.wide { page: wide; }
.mark { border: 0.8pt solid #111; padding: 3mm; }
`;

const invented =
  'Invented example. There is no Exampleshire, and nothing in this document is true of any place.';

export const annualReport: ExternalText = {
  name: 'exampleshire-safeguarding-adults-2024-25.pdf',
  title: 'Exampleshire Safeguarding Adults Partnership: annual report 2024/2025 (an invented example)',
  author: 'Exampleshire Safeguarding Adults Partnership (invented)',
  date: '2025-11-28',
  style: common,
  body: `
<h1>Exampleshire Safeguarding Adults Partnership: annual report 2024/2025</h1>
<p class="mark">${invented}</p>
<h2 id="foreword">Foreword by the independent chair</h2>
<p>Adults who need care have a right to live without fear. The council, the police and the health service are the partners who
look after that right together. This report says what they did in the year to 31 March 2025, and what they did not do.</p>
<p>I thank those who told us what happened to them. The changes that we made began with what they said.</p>
<h2>What is in this report</h2>
<ul>
<li><a href="#year">The year in figures</a></li>
<li><a href="#priorities">Priorities and what became of them</a></li>
<li><a href="#learning">What we learned</a></li>
</ul>
<p>The duty to publish it is in the Care Act 2014, schedule 2, which
<a href="https://www.legislation.gov.uk/ukpga/2014/23/schedule/2">can be read on the web</a>.</p>

<h2 class="page" id="year">The year in figures</h2>
<p>More concerns were reported than the year before, and fewer of them needed an enquiry. People were asked more often what they
wanted to come of it.</p>
<table>
<caption>Concerns and enquiries in Exampleshire (invented figures)</caption>
<thead><tr><th scope="col">What was counted</th><th scope="col" class="number">2023/2024</th><th scope="col" class="number">2024/2025</th></tr></thead>
<tbody>
<tr><th scope="row">Concerns reported</th><td class="number">2,914</td><td class="number">3,126</td></tr>
<tr><th scope="row">Enquiries begun</th><td class="number">1,022</td><td class="number">987</td></tr>
<tr><th scope="row">Enquiries in which people were asked what they wanted</th><td class="number">81%</td><td class="number">88%</td></tr>
<tr><th scope="row">Of these, people who got all or part of it</th><td class="number">93%</td><td class="number">94%</td></tr>
<tr><th scope="row">Reviews of a death or serious harm</th><td class="number">2</td><td class="number">1</td></tr>
</tbody>
</table>
<h3>Where it happened</h3>
<p>Six in ten enquiries were about somebody’s own home, three in ten about a care home, and the others about hospitals and public
places. Neglect was the most frequent kind of harm, before financial abuse.</p>
<h3>Who told us</h3>
<p>Care workers reported most of the concerns. Families and neighbours reported one in eight.</p>

<section class="wide page">
<h2 id="priorities">Priorities and what became of them</h2>
<table>
<caption>The four priorities of the partnership in 2024/2025</caption>
<thead><tr><th scope="col">Priority</th><th scope="col">What was planned</th><th scope="col">What was done</th><th scope="col">Who led</th><th scope="col">What is left</th></tr></thead>
<tbody>
<tr><th scope="row">Neglect at home</th><td>Teach 400 care workers and district nurses to see it early</td><td>436 were taught, in all four parts of the county</td><td>The council</td><td>Teach those who joined since</td></tr>
<tr><th scope="row">Money taken from people</th><td>Agree with banks on whom they ring when something looks wrong</td><td>Three banks have agreed; two still think about it</td><td>The police</td><td>Win the other two</td></tr>
<tr><th scope="row">Young adults who leave care</th><td>One plan for each who is at risk before the 18th birthday</td><td>Plans were made for 27 of 31 young people</td><td>The council</td><td>Begin a year earlier</td></tr>
<tr><th scope="row">People who sleep rough</th><td>A nurse who goes to where people are</td><td>The nurse began in October 2024 and saw 58 people</td><td>The health service</td><td>Find the money for a second nurse</td></tr>
</tbody>
</table>
</section>

<h2 class="page" id="learning">What we learned</h2>
<p>One review was finished in the year. A man of 74 had been visited by five services in one winter. Each did what it was asked
to do, and none knew of the others.</p>
<h3>What changes because of it</h3>
<ul>
<li>One service is named for each person and tells the others what it knows.</li>
<li>Whoever closes a case asks first who else is there.</li>
<li>The partners try this out together, on cases that are real, twice a year.</li>
</ul>
<h2>Next year</h2>
<p>The four priorities stay. A fifth is added: what people who use services are told, in words that they understand.</p>
<p>This report was agreed by the partnership on 26 November 2025.</p>
`,
};

export const minutes: ExternalText = {
  name: 'exampleshire-cabinet-minutes-2025-12-09.pdf',
  title: 'Cabinet: minutes of the meeting held on 9 December 2025 (an invented example)',
  author: 'Exampleshire County Council (invented)',
  date: '2025-12-12',
  style: common,
  body: `
<h1>Cabinet: minutes of the meeting held on 9 December 2025</h1>
<p class="mark">${invented}</p>
<p>Council Chamber, County Hall, 10 am to 11.25 am.</p>
<h2>1. Apologies for absence</h2>
<p>Apologies for absence were received from: Portfolio holder for Climate and Transport.</p>
<p>The Leader of the Council was in the chair.</p>
<h2>2. Declarations of interest</h2>
<p>The portfolio holder for Communities declared a disclosable pecuniary interest in the item on care homes, as a shareholder
in a company that runs one in the county.</p>
<h2>3. Minutes of the meeting held on 11 November 2025</h2>
<p><strong>Resolved:</strong> that the minutes of the meeting held on 11 November 2025 be confirmed as a correct record.</p>
<h2>4. What the council pays care homes in 2026/2027</h2>
<p>Cabinet heard that care homes had been asked for their costs, and that most of them had answered. The portfolio holder for
Communities left the room for this item.</p>
<p><strong>Resolved:</strong> that the fees that the council pays to care homes be raised in April 2026 as set out by the Director of Adult Social Care, and that homes
which train all their staff in dementia care be paid a supplement.</p>
<h2>5. How health and social care prepare for the winter</h2>
<p>Members asked how many beds in care homes are kept for people who leave hospital.</p>
<p><strong>Resolved:</strong> that the report be noted.</p>
<h2>6. A new depot for highway repairs in the north of the county</h2>
<p><strong>Resolved:</strong> that a depot be built on the council’s own land at Northmoor, and that the Director of Place be
authorised to apply for planning permission.</p>
<h2>7. Urgent business</h2>
<p>There was none.</p>
`,
};

export const auditorsLetter: ExternalText = {
  name: 'exampleshire-auditors-letter-2026-01-07.pdf',
  title: 'scan0042',
  author: 'Scanner (invented)',
  date: '2026-01-07',
  style: `
body { margin: 0; }
section { box-sizing: border-box; width: 794px; height: 1123px; padding: 95px 90px; background: white; color: black; }
h1 { font-size: 17px; margin: 26px 0 14px; }
p { font-size: 15.5px; line-height: 1.5; margin: 0 0 14px; }
.head { font-weight: 700; font-size: 22px; border-bottom: 2px solid black; padding: 0 0 8px; }
.mark { border: 1.5px solid black; padding: 8px; }
`,
  body: `
<section>
<p class="head">Tarnwick Sample Audit LLP (an invented firm)</p>
<p class="mark">${invented}</p>
<p>7 January 2026</p>
<p>To the Leader of the Council and all members of Cabinet<br>Exampleshire County Council, County Hall</p>
<h1>Claim for housing benefit subsidy 2024/2025: our letter on its certification</h1>
<p>We have finished our work on the council’s claim for housing benefit subsidy. We certify it with a qualification, about one
matter that we found.</p>
<p>In 9 of the 60 cases that we tested, the earnings of a person who works for herself or himself were worked out wrongly. We could
not tell from these cases how much too much was claimed in all.</p>
<p>We recommend that Cabinet:</p>
<p>1. agrees by 31 January 2026 that all 412 cases of this kind are looked at again;</p>
<p>2. finds the money for the two officers whom this takes for three months; and</p>
<p>3. reports to the audit committee on what they found.</p>
<p style="text-align: right">Page 1 of 2</p>
</section>
<section>
<p>If the department that pays the subsidy has no answer from the council by 31 January 2026, it may hold a part of it back.</p>
<p>We have discussed this letter with the Chief Finance Officer, who agrees with its facts. We know that
the agenda of the meeting on 13 January 2026 had gone out when it was signed, and ask that it be taken all the same.</p>
<p>We are grateful to the council’s staff for their help.</p>
<p>Yours sincerely</p>
<p style="margin-top: 60px">Key audit partner<br>for Tarnwick Sample Audit LLP (an invented firm)</p>
<p style="text-align: right; margin-top: 40px">Page 2 of 2</p>
</section>
`,
};
