import type { Wording } from '../index.ts';

export const help: Wording['help'] = {
  title: 'Help',
  intro:
    'A file goes from drafting, through consultation and inspection, to a decision. Below you find per role what you can do in each phase. What is expected of you now is at the top of the overview.',
  toOverview: 'To the overview',
  rolesTitle: 'Choose your role',
  roles: {
    stakeholder: {
      who: 'You speak for a training provider, an examination centre, an employer, a client or yourself. You read the concept and comment on it.',
      phases: {
        consultation:
          'Open the concept from the overview. Select text or point to a section and choose Comment. Write what you think; a text proposal is welcome. Your draft is kept until you send it.',
        processing: 'The committee answers every comment. At yours you see when a decision is confirmed, and why.',
        inspection:
          'Read the second concept and see what changed. You can object to text that is new, or to a point where your objection still stands.',
        adopted: 'Read what was adopted. Your comment and its decision stay readable.',
      },
      more: [
        'A word with a dotted line has an explanation: point at it, or go to it with Tab.',
        'Beside a frozen concept stand all comments that you may read. Printing takes them along, behind the text.',
        'Under Notices you choose what you are told about.',
      ],
    },
    partner: {
      who: 'You represent an organisation that the sector works with. You read along and comment.',
      phases: {
        consultation: 'Comment on the concept: select text or point to a section and choose Comment.',
        processing: 'You read all comments and the confirmed decisions.',
        inspection: 'Read the second concept and what changed. You can object to new text.',
        approval: 'You read along with what was laid before the steering group.',
      },
      more: [
        'A word with a dotted line has an explanation: point at it, or go to it with Tab.',
        'Under Notices you choose what you are told about.',
      ],
    },
    'wbc-member': {
      who: 'You write the text with the other members of the committee and answer the comments.',
      phases: {
        drafting:
          'Go to Writing. You work together in one text; everything is saved by itself. At every section you see what belongs there. Complete the mandatory sections.',
        consultation: 'Read the concept and comment yourself when you see something.',
        processing:
          'Go to Processing. Choose a comment, change the text and propose a decision with a motivation. That tells the submitter what was done.',
        finalisation: 'Work out the last points and propose a decision on every objection.',
        approval: 'Answer questions of the steering group at a change.',
      },
      more: [
        'Writing: Ctrl+G takes you to a section or requirement, Ctrl+F to words, Ctrl+/ shows all keys. Type | Means | Number | and Enter for a table.',
        'Processing: Ctrl+Alt+R chooses, from within the text, for which comment you write.',
        'Writing: find and replace with Ctrl+H. A reference to a section, requirement or table keeps its number up to date.',
        'A margin note (Ctrl+Alt+M) is only for those who write. Type @ to name a colleague.',
        'After you were away, the bar above the text shows what changed since.',
        'If the line goes down, keep writing. The text goes along as soon as the line is back.',
        'A table with the headings Begrip and Betekenis explains those terms wherever the text uses them.',
        'Processing: choose several comments to assign them or propose a decision at once. Bundle what belongs together: one motivation, a decision for each comment.',
        'Keep a motivation that comes back as a standard answer. Only the committee reads the discussion of a comment.',
      ],
    },
    'wbc-chair': {
      who: 'You lead the committee. You freeze versions and confirm decisions on comments.',
      phases: {
        drafting: 'Freeze the concept when the mandatory sections are done. That version never changes again.',
        consultation: 'Follow which comments come in.',
        processing:
          'Confirm the proposed decisions. When all are confirmed and agree with the text, freeze the second concept.',
        finalisation: 'Confirm the decisions on objections and freeze the definitive concept.',
        approval: 'Explain the concept to the steering group.',
      },
      more: [
        'Confirm several decisions at once: choose the comments, then Confirm.',
        'The Check lays promises and text side by side. Mend a point, or record why it may stay.',
        'Writing and Processing work as they do for a member of the committee.',
      ],
    },
    secretary: {
      who: 'You look after the course: people, planning, rounds and publishing. At every step you see what still has to happen.',
      phases: {
        preparation:
          'Complete the committee, invite stakeholders and set the planning. Then take the step to drafting.',
        drafting: 'Answer whether rules change and record that the committee agrees. Then open the consultation.',
        consultation:
          'Record the presentation and the summarising meeting. Register comments that came by letter, mail or in a meeting.',
        processing: 'Help with the decisions, watch what does not add up yet and open the inspection.',
        inspection: 'Publish the second concept, send the notices and close the round on time.',
        finalisation: 'See to it that every objection has a decision, and lay it before the steering group.',
        approval: 'Record the meeting and take the step after the decision.',
        adopted: 'Freeze the adopted version, publish it with the comments and choose when it takes effect.',
        'in-force': 'Mend a mistake with an erratum. Remove personal data when somebody asks.',
        withdrawn: 'Remove personal data when somebody asks.',
      },
      more: [
        'Assign many comments, or set their last day, at once. You can print every list of comments.',
        'The Check shows what was promised and is not in the text yet.',
        'You redact or erase words at the comment or from the Log. The Log shows that it happened, not what it said.',
        'Under People you invite somebody with a link that works once.',
      ],
    },
    'steering-member': {
      who: 'You decide for the sector. At every change you see why it was made.',
      phases: {
        consultation: 'Read the concept and comment. Name who studies the impact, when that is needed.',
        processing: 'Read along with the comments and the decisions.',
        inspection: 'Read the second concept and comment when needed.',
        finalisation: 'Read along with what was done with objections.',
        approval:
          'Go to Comparing and read what changed and why. Ask questions at a change. Then record the decision under Decision.',
      },
      more: [
        'Every change has its reason: a comment, or a reason of the committee itself.',
        'Printing under Comparing gives one list of old and new text.',
      ],
    },
    'impact-member': {
      who: 'You study what the changes mean in practice.',
      phases: {
        consultation: 'Read the concept and begin with the report of the impact.',
        processing: 'Record the report of the impact. The second concept waits for it.',
        inspection: 'Read along with the second concept.',
        approval: 'Your report lies beside the decision.',
      },
      more: ['Under Comparing you see what changes, and why.'],
    },
    reader: {
      who: 'You read along.',
      phases: {
        inspection: 'Read the second concept and what changed.',
        adopted: 'Read what was adopted.',
      },
      more: ['Under Notices you choose what you are told about.'],
    },
  },
  moreTitle: 'Also',
  generalTitle: 'Good to know',
  general: [
    'A frozen version never changes again. Every version has a fingerprint by which that can be checked.',
    'What you type is saved once it says Saved. If the line goes down, keep typing: your text is on your device.',
    'A button that cannot be used yet says what has to happen first.',
    'You can search everywhere with Ctrl and K. You find only what you may read.',
    'Names of participants and teachers are for the committee only; others see a party and a number.',
    'You can print every list and every text with your browser.',
  ],
  contactTitle: 'Are you stuck?',
  contact: 'Ask the secretariat:',
  noContact: 'Ask the secretary of the committee who invited you.',
};
